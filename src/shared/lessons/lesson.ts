import type { SimulationResult } from '../contract/simulation'
import type { Design } from '../design/design'
import type { Scenario } from '../design/scenario'

/**
 * Something that people get wrong, and a run of the engine that shows what happens. The right answer is nowhere written down: it is the
 * one whose range the run's figure falls in (`answerOf`).
 */
export interface Lesson {
  /** The name of its file: "burst-is-not-concurrency". */
  readonly id: string
  readonly title: string
  readonly topic: LessonTopic
  /** What many believe, in their words. */
  readonly misconception: string
  /** What is set up and who calls. */
  readonly setting: string
  readonly question: string
  /** Three or four. Their ranges do not overlap. */
  readonly answers: readonly LessonAnswer[]
  readonly run: LessonRun
  /** Where in the run the question looks: marked on the chart. Absent when it is about the whole run. */
  readonly predict?: LessonMoment
  /** Decides which answer is right. */
  readonly figure: LessonFigure
  /** At most two others worth seeing. */
  readonly moreFigures: readonly LessonFigure[]
  /** Drawn below the calls and what became of them, when it tells more. */
  readonly chart?: LessonChart
  /** Why it happens, in plain words. */
  readonly reason: string
  readonly source: LessonSource
  /** AWS does not say so itself, or our references mark it as assumed: why. */
  readonly unconfirmed?: string
  readonly cure?: LessonCure
}

export const LESSON_TOPICS = [
  'Throttling',
  'Plans and keys',
  'Authorization',
  'Response cache',
  'Backends',
  'Clients',
  'Releases',
] as const
export type LessonTopic = (typeof LESSON_TOPICS)[number]

/** Right when the figure is within `from` and `to`, both included. */
export interface LessonAnswer {
  readonly id: string
  readonly text: string
  /** The thought behind it: "a full bucket". */
  readonly note: string
  readonly from: number
  readonly to: number
}

/** A project by itself, and its one scenario. */
export interface LessonRun {
  readonly design: Design
  readonly scenario: Scenario
}

/** Seconds from the start of the run. */
export interface LessonMoment {
  readonly from: number
  readonly to: number
  readonly label: string
}

/** `calls` and `usd` are amounts, `share` is from 0 to 1, `times` a factor. */
export type FigureUnit = 'calls' | 'share' | 'ms' | 's' | 'times' | 'usd'

export interface LessonFigure {
  readonly label: string
  readonly unit: FigureUnit
  readonly of: (result: SimulationResult) => number
}

/** TOKENS: what the buckets hold; LATENCY: percentiles; AUTHORIZER: calls of the function and results kept. */
export type LessonChart = 'TOKENS' | 'LATENCY' | 'AUTHORIZER'

export interface LessonSource {
  /** "API Gateway Developer Guide, Throttle requests to your REST APIs". */
  readonly text: string
  /** Absent when there is no page to go to. */
  readonly url?: string
}

/** What to change, and the run that shows the difference. */
export interface LessonCure {
  /** What the button does, verb plus object: "Raise the burst limit to 60". */
  readonly action: string
  /** What it does and what it costs. */
  readonly text: string
  readonly run: LessonRun
}
