import { setFlagsFromString } from 'node:v8'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Snapshot } from '@shared/contract/snapshot'
import { openFileLog } from '../hosts/file-log-reader'
import { SIMULATOR_V8_FLAGS } from '../hosts/simulator-v8-flags'
import type { SweptSetup } from '../service/run-sweep'
import { runScenario } from '../simulator/run-scenario'
import { ANSWER_IS_NO, DONE, INTERRUPTED, type CommandContext } from './command'
import { simulationText } from './simulation-text'
import { showProgress } from './show-progress'
import { writeReports } from './write-reports'

const SNAPSHOT_EVERY_MS = 250

/** One run: its figures on stdout, reports in the files that were asked for. */
export async function simulateOnce(setup: SweptSetup, context: CommandContext): Promise<number> {
  const { io, values } = context
  const { design, scenario, folder } = setup
  for (const flag of SIMULATOR_V8_FLAGS) setFlagsFromString(flag)
  const epoch = scenario.startsAt === undefined ? {} : { epoch: Date.parse(scenario.startsAt) }
  let last: Snapshot | null = null
  const { result } = await runScenario(
    design,
    scenario,
    {
      runId: 'cli',
      snapshotEveryMs: SNAPSHOT_EVERY_MS,
      openLog: (file) => openFileLog(folder, file),
      ...epoch,
    },
    {
      now: () => performance.now(),
      pause: () => new Promise((resume) => setImmediate(resume)),
      isCancelled: () => io.signal.aborted,
      onSnapshot: (snapshot) => {
        last = snapshot
        if (io.isTerminal) showProgress(snapshot.isFinal ? null : snapshot.nowMs / snapshot.durationMs)
      },
    },
  )
  if (result === null || last === null) return INTERRUPTED
  await writeReports(context, { result, snapshot: last, scenario })
  io.out(values['json'] ? JSON.stringify(result) : simulationText(result))
  return values['check'] && result.checks.some(({ passed }) => !passed) ? failed(result, context) : DONE
}

function failed({ checks }: SimulationResult, { io }: CommandContext): number {
  io.err(`${checks.filter(({ passed }) => !passed).length} of ${checks.length} checks failed.`)
  return ANSWER_IS_NO
}
