import { expect, test } from 'vitest'
import { foldingOf } from './folding'

const TEMPLATE = `#if($a)
{
  "list": [
#foreach($i in $l)
    { "id": "$i.id",
      "name": "x" }
#end
  ]
}
#else
  #set($b = {
    "c": 1
  })
#end
#*
  a comment
*#`

test('folds blocks branch by branch, comments, and JSON by its indentation', () => {
  const folds = foldingOf(TEMPLATE).toSorted((a, b) => a.start - b.start || a.end - b.end)
  expect(folds).toEqual([
    { start: 1, end: 9 },
    { start: 2, end: 8 },
    { start: 3, end: 7 },
    { start: 4, end: 6 },
    { start: 10, end: 13 },
    { start: 15, end: 17 },
  ])
})

test('a block on one line and one without an end do not fold', () => {
  expect([foldingOf('#if($a)\n#end'), foldingOf('#if($a)x#end'), foldingOf('#if($a)\nx')]).toEqual([[], [], []])
})
