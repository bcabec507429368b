"""The app's tests' world, here too."""

from tests.app.conftest import isolated_environment, parsed_style_sheets, patient_type_ahead, pytest_pyfunc_call

__all__ = ["isolated_environment", "parsed_style_sheets", "patient_type_ahead", "pytest_pyfunc_call"]
