import { describe, expect, it } from 'vitest'
import type { SimulationResult } from '@shared/contract/simulation'
import { checkDesign } from '@shared/design/checks/check-design'
import { answerOf } from '@shared/lessons/answer-of'
import type { LessonRun } from '@shared/lessons/lesson'
import { LESSONS } from '@shared/lessons/lessons'
import { Simulation } from './simulation'
import { simulationResult } from './simulation-result'

function resultOf({ design, scenario }: LessonRun): SimulationResult {
  const simulation = new Simulation(design, scenario)
  while (simulation.run(100_000));
  return simulationResult(simulation, scenario, 0)
}

describe.each(LESSONS)('lesson $id', (lesson) => {
  const { run, cure, figure, moreFigures, answers } = lesson
  const runs = cure === undefined ? [run] : [run, cure.run]
  const results = new Map<LessonRun, SimulationResult>()
  const resultOfRun = (which: LessonRun): SimulationResult => {
    const result = results.get(which) ?? resultOf(which)
    results.set(which, result)
    return result
  }

  it('has designs and scenarios with which nothing is wrong', () => {
    expect(runs.flatMap(({ design }) => checkDesign(design))).toEqual([])
  })

  it('has one right answer among three or four, and the others are wrong', () => {
    const value = figure.of(resultOfRun(run))
    const right = answers.filter(({ from, to }) => value >= from && value <= to)
    expect(
      right.map(({ id }) => id),
      `the figure is ${value}`,
    ).toEqual([answerOf(lesson, resultOfRun(run))?.id])
    expect([3, 4]).toContain(answers.length)
  })

  it('has answers that exclude each other', () => {
    const ranges = answers.map(({ from, to }) => [from, to] as const).sort(([a], [b]) => a - b)
    expect(ranges.every(([from, to], at) => from <= to && (at === 0 || ranges[at - 1]![1] < from))).toBe(true)
  })

  it('takes a moment: at most 100,000 requests', () => {
    expect(Math.max(...runs.map((each) => resultOfRun(each).totals.requests))).toBeLessThanOrEqual(100_000)
  })

  it('has figures that are numbers', () => {
    const values = runs.flatMap((each) => [figure, ...moreFigures].map(({ of }) => of(resultOfRun(each))))
    expect(values.every(Number.isFinite), values.join()).toBe(true)
  })

  it.runIf(cure)('has a cure that changes the answer', () => {
    const [before, after] = runs.map((each) => figure.of(resultOfRun(each)))
    expect(answerOf(lesson, resultOfRun(cure!.run))?.id, `${before} -> ${after}`).not.toBe(
      answerOf(lesson, resultOfRun(run))?.id,
    )
  })

  it('marks a moment that its run has', () => {
    const { from, to } = lesson.predict ?? { from: 0, to: run.scenario.durationInSeconds }
    expect(from >= 0 && from < to && to <= run.scenario.durationInSeconds).toBe(true)
  })
})

it('has at least 22 lessons, each under an id and a title of its own', () => {
  expect(LESSONS.length).toBeGreaterThanOrEqual(22)
  expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length)
  expect(new Set(LESSONS.map(({ title }) => title)).size).toBe(LESSONS.length)
})

it('has the lessons of a topic side by side', () => {
  const topics = LESSONS.map(({ topic }) => topic)
  const changes = topics.filter((topic, at) => topic !== topics[at - 1])
  expect(changes).toEqual([...new Set(topics)])
})
