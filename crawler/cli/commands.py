"""The group of all commands; each is imported only when it is asked for, so that ``--help`` is quick."""

from __future__ import annotations

from gettext import gettext as _
from importlib import import_module
from typing import Any

import click

# command -> the line that --help shows for it; the module of the same name defines ``command``
_COMMANDS = {
    "portals": _("List the portals that can be crawled."),
    "crawl": _("Crawl portals into the holdings."),
    "demo": _("Crawl the sample portals on this machine alone; needs no internet."),
    "read": _("Read saved pages and print their documents as JSON Lines."),
    "schedule": _("Run crawls by a calendar."),
    "status": _("Show how the last crawls went and what is next."),
    "coverage": _("Hold what a portal's lists name against what is kept."),
    "report": _("Write the page over the holdings, or name the report of a crawl."),
    "verify": _("Check that the holdings are what they were when they were written."),
    "rebuild": _("Make the catalogue anew from the crawl folders."),
    "export": _("Hand crawls over as WACZ or BagIt."),
    "sign": _("Sign manifests with a key of your own."),
    "takedown": _("Withdraw an address from index, search and exports; the record stays."),
}


class CannotRun(click.ClickException):
    """Nothing was done: one line says why, and the exit status is 2."""

    exit_code = 2


class LazyGroup(click.Group):
    """A click group that knows its commands by name and imports one when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which a newcomer needs them."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called *cmd_name*, or None."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"crawler.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Resolve as click does, but answer a misspelt command with the closest ones."""
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            raise CannotRun(unknown(_("no command {name!r}").format(name=name), name, _COMMANDS))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what is wrong with the holdings is one line, and the exit status is 2."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            from archive.errors import ArchiveError

            if isinstance(error, ArchiveError):
                raise CannotRun(str(error)) from error
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section(_("Commands")):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Crawl and archive the portals of China's counties and their e-papers: every answer is kept byte for "
        "byte as WARC, the articles are written beside it as clean JSON Lines.\n\n"
        "Begin with 'xianzhi demo', then 'xianzhi portals' and 'xianzhi crawl PORTAL'."
    ),
)
@click.version_option(package_name="xianzhi", message="%(prog)s %(version)s")
def xianzhi() -> None:
    """Hold the commands together."""


def unknown(message: str, name: str, names: object) -> str:
    """Return *message* with the closest of *names* to the misspelt *name*, if any is close.

    >>> unknown("no portal 'guangxi_luijiang'", "guangxi_luijiang", ["guangxi_liujiang"])
    "no portal 'guangxi_luijiang'; did you mean guangxi_liujiang?"
    """
    from difflib import get_close_matches

    close = get_close_matches(name, [str(known) for known in names], n=3)  # type: ignore[attr-defined]
    return message + (_("; did you mean {names}?").format(names=", ".join(close)) if close else "")
