"""The private parts of Textual that the tests rely on are there."""

from tests.app.app_driver import run_app
from tests.app.textual_private import PRIVATE_ATTRIBUTES
from tui.dossier.dossier import Dossier


async def test_private_attributes_of_textual_exist(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        owners = (driver.app, driver.app.screen)
        for cls, names in PRIVATE_ATTRIBUTES.items():
            (owner,) = (owner for owner in owners if isinstance(owner, cls))
            assert [name for name in names if not hasattr(owner, name)] == []
