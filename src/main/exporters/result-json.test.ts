import { expect, it } from 'vitest'
import { finishedRun } from './finished-run.fixture'
import { resultJson } from './result-json'

it('holds the result, member by member', () => {
  const { name, text, notes } = resultJson(finishedRun())
  expect([name, JSON.parse(text), notes]).toEqual(['rush-hour-result.json', finishedRun(), []])
  expect(text.endsWith('}\n')).toBe(true)
})
