import { describe, expect, it } from 'vitest'
import { orderDesign } from '../design/order-design.fixture'
import { ignoreFinding } from './ignore-finding'
import { restoreFinding } from './restore-finding'
import { reviewDesign } from './review-design'
import { designWith, restApi } from './review.fixture'
import { publicRouteWithoutAuthorization } from './rules/public-route-without-authorization'
import { tracingOff } from './rules/tracing-off'

const DESIGN = designWith(restApi({ 'GET /a': {}, 'POST /a': {} }))
const RULES = [tracingOff, publicRouteWithoutAuthorization]
const ROUTE = '/apis/0/resources/~1a/methods/POST'
const review = (design = DESIGN) => reviewDesign(design, RULES)
const counts = (design = DESIGN): number[] => {
  const { findings, ignored, unused } = review(design)
  return [findings.length, ignored.length, unused.length]
}

describe('reviewDesign', () => {
  it('lists errors first, then warnings, then hints', () => {
    expect(review().findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'error public-route-without-authorization',
      'warning public-route-without-authorization',
      'info tracing-off',
    ])
  })

  it('sets a finding aside by its place, and all of a rule by the place above them', () => {
    const one = ignoreFinding(DESIGN, { rule: publicRouteWithoutAuthorization.id, pointer: ROUTE }, 'Sign-in.')
    const all = ignoreFinding(DESIGN, { rule: publicRouteWithoutAuthorization.id, pointer: '' }, 'A demonstration.')
    expect([counts(), counts(one), counts(all)]).toEqual([
      [3, 0, 0],
      [2, 1, 0],
      [1, 2, 0],
    ])
    expect(review(one).ignored.map(({ finding, reason }) => [finding.pointer, reason])).toEqual([
      [`${ROUTE}/authorizationType`, 'Sign-in.'],
    ])
  })

  it('does not take the beginning of another name for a place above', () => {
    const pointer = ROUTE.slice(0, -1)
    expect(counts(ignoreFinding(DESIGN, { rule: publicRouteWithoutAuthorization.id, pointer }, 'x'))).toEqual([3, 0, 1])
  })

  it('tells what was set aside and is not found, but of the rules it was asked for only', () => {
    const gone = ignoreFinding(DESIGN, { rule: 'tracing-off', pointer: '/apis/7' }, 'x')
    const other = ignoreFinding(DESIGN, { rule: 'no-access-log', pointer: '' }, 'x')
    expect([review(gone).unused, review(other).unused]).toEqual([
      [{ rule: 'tracing-off', pointer: '/apis/7', reason: 'x' }],
      [],
    ])
  })

  it('reviews a design with everything without a fix that leaves its finding', () => {
    const design = orderDesign()
    const left = reviewDesign(design).findings.filter(({ rule, pointer, fix }) => {
      const after = fix === undefined ? [] : reviewDesign(fix.apply(design)).findings
      return after.some((each) => each.rule === rule && each.pointer === pointer)
    })
    expect(left).toEqual([])
  })
})

describe('ignoreFinding and restoreFinding', () => {
  const place = { rule: 'tracing-off', pointer: '/apis/0' }

  it('keep one reason for a place', () => {
    const twice = ignoreFinding(ignoreFinding(DESIGN, place, 'first'), place, 'second')
    expect(twice.review).toEqual({ ignored: [{ ...place, reason: 'second' }] })
  })

  it('give the design back as it was', () => {
    const ignored = ignoreFinding(DESIGN, place, 'x')
    expect(restoreFinding(ignored, place)).toEqual(DESIGN)
    expect(restoreFinding(DESIGN, place)).toBe(DESIGN)
  })
})
