import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The shipped scenarios that show one thing each, with what they are about. */
export interface SampleTopic {
  readonly topic: string
  /** Absolute path of a project file. */
  readonly design: string
  readonly scenario: string
  readonly [figure: string]: string | number
}

/** Beside out/ for the built program, beside src/ for its sources. */
const SAMPLES = ['../../resources/samples/', '../../../resources/samples/']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(folder))

const sample = (file: string): string => fileURLToPath(new URL(`${file}/${file}.gatewright.yaml`, SAMPLES))

/** Figures are those of the files; `sample-topics.test.ts` compares them. */
export const SAMPLE_TOPICS: readonly SampleTopic[] = [
  {
    topic: 'token-bucket',
    design: sample('token-bucket'),
    scenario: 'Steady 2,000 a second',
    rateLimit: 1000,
    burstLimit: 500,
  },
  {
    topic: 'guide-burst',
    design: sample('token-bucket'),
    scenario: '1,500 in the first second, then 2,000 a second',
    rateLimit: 1000,
    burstLimit: 500,
  },
  {
    topic: 'loss',
    design: sample('loss'),
    scenario: 'Ten servers, no queue',
    rate: 100,
    serviceSeconds: 0.08,
    servers: 10,
  },
  { topic: 'speed', design: sample('speed'), scenario: 'Full pipeline' },
  { topic: 'order-api', design: sample('order-api'), scenario: 'Partner batch rush' },
]
