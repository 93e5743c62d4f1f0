import { expect, test } from 'vitest'
import { blocksOf, bodyOf } from './blocks'
import { scanTemplate } from './scan-template'

function blocks(text: string): string[] {
  return blocksOf(scanTemplate(text)).map((block) => {
    const { start, end } = bodyOf(block, text)
    const names = [block.opener, ...block.branches].map(({ name }) => name).join(' ')
    return `${names}: ${text.slice(start, end)}`
  })
}

test('pairs every opener with its own end', () => {
  expect(blocks('#foreach($i in $l)#if($i)a#elseif($b)b#{else}c#end#end')).toEqual([
    'if elseif else: )a#elseif($b)b#{else}c',
    'foreach: )#if($i)a#elseif($b)b#{else}c#end',
  ])
})

test('a block without an end goes on to the end of the text, an end too many is left out', () => {
  expect([blocks('#if($a)x'), blocks('x#end')]).toEqual([['if: )x'], []])
})
