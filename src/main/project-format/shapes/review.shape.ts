import type { IgnoredFinding, Review } from '@shared/design/review'
import { filled, list, required, struct, text } from '../shape'

const ignoredFindingShape = struct<IgnoredFinding>('IgnoredFinding', {
  rule: required(text),
  pointer: required(text),
  reason: required(text),
})

export const reviewShape = struct<Review>('Review', {
  ignored: filled(list(ignoredFindingShape), []),
})
