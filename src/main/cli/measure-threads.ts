import { availableParallelism } from 'node:os'
import { MeasurePool } from '../service/measure-pool'
import { INTERRUPTED, UsageError, type CommandIo } from './command'

/** Works with as many threads as there are runs, or cores; they end with the work. Gives 130 when Ctrl-C comes first. */
export async function withThreads(
  io: CommandIo,
  runs: number,
  work: (pool: MeasurePool) => Promise<number>,
): Promise<number> {
  const { startSimulatorWorker, signal } = io
  if (startSimulatorWorker === undefined) throw new UsageError('Several runs need threads, and there are none here.')
  const pool = new MeasurePool(startSimulatorWorker, Math.max(1, Math.min(availableParallelism(), runs)))
  let stop = (): void => undefined
  const stopped = new Promise<number>((resolve) => (stop = () => resolve(INTERRUPTED)))
  try {
    signal.addEventListener('abort', stop, { once: true })
    return await (signal.aborted ? INTERRUPTED : Promise.race([work(pool), stopped]))
  } finally {
    signal.removeEventListener('abort', stop)
    pool.close()
  }
}
