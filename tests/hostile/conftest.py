"""The app's tests' world, here too."""

from tests.app.conftest import plain_world, pytest_pyfunc_call

__all__ = ["plain_world", "pytest_pyfunc_call"]
