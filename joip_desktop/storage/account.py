"""What is remembered of one account: the ledger of its changes, its unsaved edits, its last list, and snapshots."""

from __future__ import annotations

from dataclasses import dataclass

from joip_desktop.storage.drafts import SqliteDrafts
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.last_list import SqliteListMemory
from joip_desktop.storage.ledger import SqliteLedger
from joip_desktop.storage.snapshots import SnapshotFolder


@dataclass(frozen=True, slots=True)
class AccountStorage:
    """Open files of one account; nobody else can have them open at the same time."""

    ledger: SqliteLedger
    drafts: SqliteDrafts
    last_list: SqliteListMemory
    snapshots: SnapshotFolder

    @classmethod
    def of(cls, folders: Folders, name: str) -> AccountStorage:
        """Open the account's files, making them where there are none.

        Raises:
            InUseError: another window or process has the account open.
            StorageError: the ledger can't be made, read or written.
        """
        ledger = SqliteLedger.at(folders.ledger(name))
        return cls(
            ledger,
            SqliteDrafts(folders.drafts(name)),
            SqliteListMemory.at(folders.last_list(name)),
            SnapshotFolder(folders.snapshots(name)),
        )

    async def close(self) -> None:
        """Let go of the files, when what is being written has been.

        The ledger comes last: who gets hold of that one finds the others free.
        """
        await self.snapshots.close()
        await self.last_list.close()
        await self.drafts.close()
        await self.ledger.close()
