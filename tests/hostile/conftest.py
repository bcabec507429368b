"""The app's tests' world, here too."""

from tests.app.conftest import isolated_environment, pytest_pyfunc_call

__all__ = ["isolated_environment", "pytest_pyfunc_call"]
