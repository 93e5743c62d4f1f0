import { expect, it } from 'vitest'
import { designWith, found, foundAfterFixes, httpApi, restApi } from '../review.fixture'
import { tracingOff as RULE } from './tracing-off'

it('finds stages of REST APIs without tracing, and turns it on', () => {
  const design = designWith(restApi({ 'GET /a': {} }))
  expect([found(RULE, design), foundAfterFixes(RULE, design)]).toEqual([['info /apis/0/stages/prod'], []])
})

it('finds nothing where it is on, or cannot be', () => {
  const on = restApi({ 'GET /a': {} }, { stages: { prod: { methodSettings: {}, tracingEnabled: true } } })
  expect([designWith(on), designWith(httpApi({ 'GET /a': {} }))].flatMap((design) => found(RULE, design))).toEqual([])
})
