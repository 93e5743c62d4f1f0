import { expect, it } from 'vitest'
import { findReviewRule, REVIEW_RULES } from './review-rules'

it('has a rule for each anti-pattern and pitfall of the guides, under ids of their own', () => {
  const ids = REVIEW_RULES.map(({ id }) => id)
  expect([ids.length, new Set(ids).size]).toEqual([24, 24])
  expect(ids.every((id) => /^[a-z]+(-[a-z]+)*$/.test(id))).toBe(true)
})

it('says of each what it looks for, why, and where that is written', () => {
  const incomplete = REVIEW_RULES.filter(({ title, what, why, source }) => {
    const isSentence = (text: string): boolean => /^[A-Z].*\.$/s.test(text)
    return /[.]$/.test(title) || ![what, why, source].every(isSentence)
  })
  expect(incomplete.map(({ id }) => id)).toEqual([])
})

it('finds a rule by its id', () => {
  expect([findReviewRule('tracing-off')?.id, findReviewRule('tracing')]).toEqual(['tracing-off', undefined])
})
