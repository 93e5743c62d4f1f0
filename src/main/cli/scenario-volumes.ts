import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { runVolumes, type RunVolumes } from '../cost/run-volumes'
import { openFileLog } from '../hosts/file-log-reader'
import { runScenario } from '../simulator/run-scenario'
import { runUsage } from '../simulator/run-usage'
import type { CommandIo } from './command'
import { showProgress } from './show-progress'

const SNAPSHOT_EVERY_MS = 250

/**
 * What a month of a scenario's traffic is, found out by running it; `requests` a month when given. Replayed logs are looked for in
 * `folder`. Null when it was interrupted.
 */
export async function scenarioVolumes(
  design: Design,
  api: Api,
  scenario: Scenario,
  folder: string,
  requests: number | undefined,
  io: CommandIo,
): Promise<RunVolumes | null> {
  const epoch = scenario.startsAt === undefined ? {} : { epoch: Date.parse(scenario.startsAt) }
  const { simulation, result } = await runScenario(
    design,
    scenario,
    { runId: 'cost', snapshotEveryMs: SNAPSHOT_EVERY_MS, openLog: (file) => openFileLog(folder, file), ...epoch },
    {
      now: () => performance.now(),
      pause: () => new Promise((resume) => setImmediate(resume)),
      isCancelled: () => io.signal.aborted,
      onSnapshot: ({ nowMs, durationMs, isFinal }) => {
        if (io.isTerminal) showProgress(isFinal ? null : nowMs / durationMs)
      },
    },
  )
  return result === null ? null : runVolumes(design, api, scenario, runUsage(simulation), requests)
}
