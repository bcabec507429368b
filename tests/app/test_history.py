"""The history of places."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.app.model.place import DETAILS, KEPT, TEXT, History, Place

HERE, THERE, ELSEWHERE = Place.at("here"), Place.at("there"), Place.at("elsewhere")


def test_begins_at_its_first_place() -> None:
    history = History(HERE)
    assert history.current == HERE
    assert not history.step(-1)
    assert not history.step(1)
    assert history.current == HERE


def test_back_and_forward() -> None:
    history = History(HERE)
    history.push(THERE)
    history.push(ELSEWHERE)
    assert history.step(-1)
    assert history.step(-1)
    assert history.current == HERE
    assert history.step(1)
    assert history.current == THERE


def test_a_new_place_drops_what_was_ahead() -> None:
    history = History(HERE)
    history.push(THERE)
    history.step(-1)
    history.push(ELSEWHERE)
    assert history.places == [HERE, ELSEWHERE]
    assert not history.step(1)


def test_the_same_place_again_is_not_added() -> None:
    history = History(Place.at("here", anchor=3))
    history.push(Place.at("here", pane=DETAILS, anchor=70))
    assert history.places == [Place.at("here", pane=DETAILS, anchor=70)]


def test_the_same_again_keeps_what_is_ahead() -> None:
    history = History(HERE)
    history.push(THERE)
    history.step(-1)
    history.push(HERE)
    assert history.step(1)
    assert history.current == THERE


def test_a_place_that_is_now_repeated_is_dropped() -> None:
    history = History(HERE)
    history.push(THERE)
    assert not history.drop_repeated()
    history.replace(replace(HERE, anchor=3))
    assert history.drop_repeated()
    assert history.places == [replace(HERE, anchor=3)]
    assert not history.drop_repeated()


def test_another_occurrence_is_another_place() -> None:
    history = History(HERE)
    history.push(replace(HERE, occurrence=1))
    assert len(history.places) == 2


def test_notes_where_the_text_stood_when_a_place_is_left() -> None:
    history = History(HERE)
    history.leave_at(120)
    history.push(THERE)
    history.step(-1)
    assert history.current == replace(HERE, anchor=120)


def test_the_oldest_go_first() -> None:
    history = History(Place.at("0"))
    for number in range(1, KEPT + 50):
        history.push(Place.at(str(number)))
    assert KEPT == 200
    assert len(history.places) == KEPT
    assert history.current == Place.at(str(KEPT + 49))
    while history.step(-1):
        pass
    assert history.current == Place.at("50")


steps = st.one_of(
    st.tuples(st.just("push"), st.integers(0, 3)),
    st.tuples(st.just("step"), st.sampled_from([-1, 1])),
    st.tuples(st.just("replace"), st.integers(0, 3)),
)


@given(st.lists(steps, max_size=40))
def test_as_two_piles_of_places(moves: list[tuple[str, int]]) -> None:
    """What is back and what is ahead, as two piles: the plainest way to say what a history is."""
    history = History(Place.at("0"))
    behind, present, ahead = list[Place](), Place.at("0"), list[Place]()
    for move, number in moves:
        place = Place.at(str(number), pane=TEXT)
        if move == "push" and place != present:
            behind, present, ahead = [*behind, present], place, []
            history.push(place)
        elif move == "push":
            history.push(place)
        elif move == "replace":
            present = place
            history.replace(place)
        elif number < 0:
            assert history.step(-1) == bool(behind)
            if behind:
                behind, present, ahead = behind[:-1], behind[-1], [present, *ahead]
        else:
            assert history.step(1) == bool(ahead)
            if ahead:
                behind, present, ahead = [*behind, present], ahead[0], ahead[1:]
        assert history.places == [*behind, present, *ahead]
        assert history.current == present
