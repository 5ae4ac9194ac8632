from tests.engine.extract.turn_scorer import share


def turn(start: int, end: int, speaker: str | None, kind: str = "statement") -> dict[str, object]:
    return {"start": start, "end": end, "kind": kind, "speaker": speaker}


class TestShare:
    def test_equal_turns_agree_everywhere(self) -> None:
        turns = [turn(2, 6, "Li"), turn(6, 9, None, "question")]
        assert share(turns, turns, 12) == 1.0

    def test_a_wrong_speaker_costs_the_length_of_the_turn(self) -> None:
        assert share([turn(0, 4, "Li")], [turn(0, 4, "Wang")], 10) == 0.6

    def test_a_missing_turn_and_a_surplus_turn_cost_alike(self) -> None:
        assert share([turn(0, 4, "Li")], [], 8) == share([], [turn(0, 4, "Li")], 8) == 0.5

    def test_another_kind_of_turn_is_wrong(self) -> None:
        assert share([turn(0, 5, "Li", "answer")], [turn(0, 5, "Li")], 10) == 0.5

    def test_an_empty_text_agrees(self) -> None:
        assert share([], [], 0) == 1.0
