import { create } from 'zustand'
import { GatewrightError } from '@shared/contract/errors'
import type { RunEnded, SimulationResult } from '@shared/contract/simulation'
import type { Snapshot } from '@shared/contract/snapshot'
import { answerOf } from '@shared/lessons/answer-of'
import type { Lesson, LessonRun } from '@shared/lessons/lesson'
import { LESSONS } from '@shared/lessons/lessons'
import { bridge } from '../contract-client'
import { isUnderWay, useRunStore } from './run-store'
import { useUiStore } from './ui-store'

/** The run that the answer is about, and the one with the cure. */
export type LessonRunName = 'run' | 'cure'

export interface LessonRunState {
  readonly phase: 'idle' | 'running' | 'done' | 'failed'
  readonly runId: string | null
  readonly snapshot: Snapshot | null
  /** The exact figures, once it is done. */
  readonly result: SimulationResult | null
  readonly failure: string | null
}

/** The lesson on screen. */
export interface LessonState {
  readonly lessonId: string
  readonly chosenId: string | null
  readonly run: LessonRunState
  readonly cure: LessonRunState
  /** Begin a lesson, with nothing chosen and nothing run. */
  open(lessonId: string): void
  choose(answerId: string): void
  start(name: LessonRunName): Promise<void>
  /** Take the lesson once more. */
  again(): void
  /** End the run that is under way, if one is. */
  leave(): void
}

const IDLE: LessonRunState = { phase: 'idle', runId: null, snapshot: null, result: null, failure: null }
const FRESH = { chosenId: null, run: IDLE, cure: IDLE } as const

/** A run is played in about this time, so that it can be watched. Seconds. */
const PLAYED_IN_SECONDS = 3

export const useLessonStore = create<LessonState>()((set, get) => {
  const change = (name: LessonRunName, patch: Partial<LessonRunState>): void =>
    set((state) => ({ [name]: { ...state[name], ...patch } }))

  return {
    lessonId: LESSONS[0]!.id,
    ...FRESH,
    open: (lessonId) => {
      get().leave()
      set({ lessonId, ...FRESH })
    },
    choose: (chosenId) => {
      if (get().run.phase === 'idle') set({ chosenId })
    },
    start: async (name) => {
      const { lessonId } = get()
      const lesson = lessonOf(lessonId)
      const run = name === 'run' ? lesson.run : lesson.cure?.run
      if (run === undefined || whyNotStart(get(), name) !== null) return
      set({ [name]: { ...IDLE, phase: 'running' } })
      begin()
      try {
        const { runId } = await bridge.call('simulator.start', { ...run, speed: speedOf(run) })
        if (get().lessonId !== lessonId || get()[name].phase !== 'running') return stop(runId)
        change(name, { runId })
        replay(runId)
      } catch (error) {
        change(name, { phase: 'failed', failure: messageOf(error) })
      }
    },
    again: () => get().open(get().lessonId),
    leave: () => {
      for (const name of ['run', 'cure'] as const) {
        const { phase, runId } = get()[name]
        if (phase !== 'running') continue
        if (runId !== null) stop(runId)
        set({ [name]: IDLE })
      }
    },
  }
})

/** The lesson with this id, or the first one. */
export function lessonOf(lessonId: string): Lesson {
  return LESSONS.find(({ id }) => id === lessonId) ?? LESSONS[0]!
}

/** Why a run of the lesson cannot begin now; null when it can. */
export function whyNotStart({ chosenId, run, cure }: LessonState, name: LessonRunName): string | null {
  if (run.phase === 'running' || cure.phase === 'running') return 'A run is under way'
  if (isUnderWay(useRunStore.getState().phase)) return 'The scenario on Simulate is running: wait for it or cancel it'
  if (chosenId === null) return 'Choose an answer first'
  return name === 'cure' && run.phase !== 'done' ? 'Run the lesson first' : null
}

/** What came of runs that main has not named yet: a short one may send everything before the answer that names it. */
const early = new Map<string, { snapshot?: Snapshot; ended?: RunEnded }>()
let isNaming = false

function begin(): void {
  early.clear()
  isNaming = true
}

function replay(runId: string): void {
  const { snapshot, ended } = early.get(runId) ?? {}
  isNaming = false
  early.clear()
  if (snapshot) onSnapshot(snapshot)
  if (ended) onEnded(ended)
}

/** Feed the store from the contract; called once by the app. */
export function subscribeLessonStore(): void {
  bridge.on('simulator.snapshot', onSnapshot)
  bridge.on('simulator.ended', onEnded)
}

function nameOf(runId: string): LessonRunName | null {
  const state = useLessonStore.getState()
  return (['run', 'cure'] as const).find((name) => state[name].runId === runId) ?? null
}

function onSnapshot(snapshot: Snapshot): void {
  const name = nameOf(snapshot.runId)
  if (name !== null) useLessonStore.setState((state) => ({ [name]: { ...state[name], snapshot } }))
  else if (isNaming) early.set(snapshot.runId, { ...early.get(snapshot.runId), snapshot })
}

function onEnded(ended: RunEnded): void {
  const name = nameOf(ended.runId)
  if (name === null) {
    if (isNaming) early.set(ended.runId, { ...early.get(ended.runId), ended })
  } else if (ended.state === 'done') void takeResult(name, ended.runId)
  else {
    const failure = ended.state === 'failed' ? ended.message : 'The run was cancelled. Run the lesson again.'
    useLessonStore.setState((state) => ({ [name]: { ...state[name], phase: 'failed', failure } }))
  }
}

async function takeResult(name: LessonRunName, runId: string): Promise<void> {
  try {
    const result = await bridge.call('simulator.result', { runId })
    if (nameOf(runId) !== name) return
    useLessonStore.setState((state) => ({ [name]: { ...state[name], phase: 'done', result } }))
    if (name === 'run') keepProgress(result)
  } catch (error) {
    // Another run has taken its place before it could be asked.
    const failure = messageOf(error)
    useLessonStore.setState((state) => ({ [name]: { ...state[name], phase: 'failed', failure } }))
  }
}

/** The first answer counts; a lesson taken again stays as it was. */
function keepProgress(result: SimulationResult): void {
  const { lessonId, chosenId } = useLessonStore.getState()
  const { settings, changeSettings } = useUiStore.getState()
  const { lessons = {} } = settings
  if (Object.hasOwn(lessons, lessonId)) return
  const isRight = answerOf(lessonOf(lessonId), result)?.id === chosenId
  changeSettings({ lessons: { ...lessons, [lessonId]: isRight ? 'RIGHT' : 'DONE' } })
}

/** A run that ended while the wish was on its way has nothing left to cancel. */
function stop(runId: string): void {
  bridge.call('simulator.cancel', { runId }).catch(() => undefined)
}

function speedOf({ scenario }: LessonRun): 'MAX' | number {
  const isReduced =
    useUiStore.getState().settings.motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches
  return isReduced ? 'MAX' : scenario.durationInSeconds / PLAYED_IN_SECONDS
}

function messageOf(error: unknown): string {
  if (error instanceof GatewrightError) {
    const [first] = error.details?.diagnostics ?? []
    return first === undefined ? error.message : `${error.message} ${first.message}`
  }
  throw error
}
