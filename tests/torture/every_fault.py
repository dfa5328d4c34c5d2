"""All faults, in the order in which they are struck."""
from faults.clocks import DatabaseClock, EngineClock
from faults.commands_sweep import EveryRoundTrip
from faults.database import AmbiguousCommit, BackendTerminated, ConnectionsCut, DatabaseKilled, ListenerCut
from faults.disk import DiskFull
from faults.memory import DescriptorsRunOut, MemoryFails
from faults.processes import Frozen, Race, RandomKill
from faults.start_sweep import EveryRoundTripOfAMigration, EveryRoundTripOfAStart

EVERY_FAULT = [
    EveryRoundTrip, RandomKill, DatabaseKilled, BackendTerminated, AmbiguousCommit, ConnectionsCut, DiskFull,
    MemoryFails, DescriptorsRunOut, EngineClock, DatabaseClock, Race, Frozen, ListenerCut, EveryRoundTripOfAStart,
    EveryRoundTripOfAMigration]


def left_out(fault):
    """Why it cannot be struck on this machine; None when it can."""
    return fault.wants() if hasattr(fault, "wants") else None
