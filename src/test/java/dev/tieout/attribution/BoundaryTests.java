package dev.tieout.attribution;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every reason and every outcome at its exact boundary. */
class BoundaryTests {

	static Stream<TestTimelines> stories() {
		return Stream
			.of(RequestStories.stories(), ValidityStories.stories(), VersionStories.stories(),
					ReferralStories.stories(), PaymentStories.stories(), AutomaticStories.stories())
			.flatMap(List::stream);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("stories")
	void aStoryEndsAsItIsTold(TestTimelines story) {
		var answers = story.replay();
		Map<String, Reason> reasons = answers.decisions()
			.stream()
			.collect(Collectors.toMap((decision) -> decision.order().id(), Decision::reason));
		assertThat(reasons).isEqualTo(story.reasons());
		assertThat(answers.outcomes()).isEqualTo(story.outcomes());
	}

	@Test
	void everyReasonHasAStory() {
		assertThat(hit((story) -> story.reasons().values().stream())).isEqualTo(EnumSet.allOf(Reason.class));
	}

	@Test
	void everyOutcomeHasAStory() {
		assertThat(hit((story) -> story.outcomes().stream())).isEqualTo(EnumSet.allOf(Outcome.class));
	}

	@Test
	void noTwoStoriesHaveTheSameName() {
		assertThat(stories().map(TestTimelines::toString)).doesNotHaveDuplicates();
	}

	private static <T> Set<T> hit(Function<TestTimelines, Stream<T>> expectations) {
		return stories().flatMap(expectations).collect(Collectors.toSet());
	}

}
