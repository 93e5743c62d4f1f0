import { beforeEach, expect, it } from 'vitest'
import { MAX_KEPT_RUNS, useKeptRunsStore, type KeptRun } from './kept-runs-store'

const store = useKeptRunsStore
const run = (runId: string, name = 'Rush'): Omit<KeptRun, 'name' | 'isPinned'> =>
  ({ runId, scenario: { name }, snapshot: {}, result: {} }) as unknown as KeptRun
const ids = (): string[] => store.getState().runs.map(({ runId }) => runId)

beforeEach(() => store.getState().clear())

it('keeps the newest first, each under a name of its own', () => {
  for (const id of ['a', 'b', 'c']) store.getState().keep(run(id))
  expect(store.getState().runs.map(({ runId, name }) => [runId, name])).toEqual([
    ['c', 'Rush 3'],
    ['b', 'Rush 2'],
    ['a', 'Rush'],
  ])
})

it('lets the oldest go that is not pinned', () => {
  const wanted = Array.from({ length: MAX_KEPT_RUNS }, (_, index) => `r${index}`)
  for (const id of wanted) store.getState().keep(run(id))
  store.getState().pin('r0', true)
  store.getState().keep(run('new'))
  expect(ids()).toEqual(['new', ...wanted.toReversed().filter((id) => id !== 'r1')])
})

it('keeps the run that just ended even when every other is pinned', () => {
  for (let index = 0; index < MAX_KEPT_RUNS; index++) {
    store.getState().keep(run(`r${index}`))
    store.getState().pin(`r${index}`, true)
  }
  store.getState().keep(run('new'))
  expect([ids().length, ids()[0]]).toEqual([MAX_KEPT_RUNS, 'new'])
})

it('stops comparing with a run that is removed', () => {
  store.getState().keep(run('a'))
  store.getState().compare('a')
  store.getState().remove('a')
  expect(store.getState()).toMatchObject({ runs: [], comparedId: null })
})
