import type { LatencyDistribution, Scenario } from '../design/scenario'
import type { LessonRun } from './lesson'
import { LESSON_API, LESSON_STAGE, lessonDesign, type LessonParts } from './lesson-api'

/** What a lesson says of its scenario. */
export type LessonTraffic = Omit<Scenario, 'name' | 'apiId' | 'stage' | 'seed'>

/** The project of a lesson, with its scenario in it; `name` is that of both. */
export function lessonRun(name: string, parts: LessonParts, traffic: LessonTraffic): LessonRun {
  const scenario: Scenario = {
    name,
    apiId: LESSON_API,
    stage: LESSON_STAGE,
    seed: 1,
    backends: { '*': { latency: milliseconds(40) } },
    overhead: milliseconds(0),
    ...traffic,
  }
  return { design: { ...lessonDesign(name, parts), scenarios: [scenario] }, scenario }
}

/** Always as long: lessons are about other things than chance, unless they say so. */
export function milliseconds(valueMs: number): LatencyDistribution {
  return { distribution: 'CONSTANT', valueMs }
}
