import { describe, expect, test } from 'vitest'
import type { Design } from './design'
import { renameProject } from './edits/rename-project'
import { commit, endMerge, MAX_HISTORY_ENTRIES, newHistory, redo, undo, type History } from './history'
import { emptyDesign } from './new-design'

const start = emptyDesign('start')
const named = (name: string): Design => renameProject(start, name)

function namesOf(history: History): object {
  return {
    past: history.past.map((entry) => entry.name),
    present: history.present.name,
    future: history.future.map((entry) => entry.name),
  }
}

describe('history', () => {
  test('undo and redo go back and forth through the same designs', () => {
    const [a, b] = [named('a'), named('b')]
    const both = commit(commit(newHistory(start), 'to a', a), 'to b', b)
    const back = undo(undo(both))
    expect(back.present).toBe(start)
    expect(namesOf(back)).toEqual({ past: [], present: 'start', future: ['to b', 'to a'] })
    expect(undo(back)).toBe(back)
    const forth = redo(redo(back))
    expect(forth.present).toBe(b)
    expect(forth).toEqual(both)
    expect(redo(forth)).toBe(forth)
  })

  test('a design that is the same is no edit', () => {
    const history = newHistory(start)
    expect(commit(history, 'nothing', start)).toBe(history)
  })

  test('a new edit forgets what was undone', () => {
    const undone = undo(commit(newHistory(start), 'to a', named('a')))
    expect(namesOf(commit(undone, 'to b', named('b')))).toEqual({ past: ['to b'], present: 'b', future: [] })
  })

  test('a burst of typing is one entry under its last name', () => {
    let history = newHistory(start)
    for (const text of ['1', '10', '100']) history = commit(history, `rate ${text}`, named(text), 'rate')
    expect(namesOf(history)).toEqual({ past: ['rate 100'], present: '100', future: [] })
    expect(undo(history).present).toBe(start)
  })

  test.each([
    ['another edit', (history: History) => commit(history, 'other', named('other'))],
    ['an undo', (history: History) => undo(commit(history, 'other', named('other'), 'else'))],
    ['an undo and a redo', (history: History) => redo(undo(history))],
    ['endMerge', endMerge],
  ])('%s ends the burst', (_, interrupt) => {
    const typed = interrupt(commit(newHistory(start), 'rate 1', named('1'), 'rate'))
    const more = commit(typed, 'rate 10', named('10'), 'rate')
    expect(more.past.length).toBe(typed.past.length + 1)
    expect(undo(more).present).toBe(typed.present)
  })

  test('endMerge without a burst changes nothing', () => {
    const history = commit(newHistory(start), 'to a', named('a'))
    expect(endMerge(history)).toBe(history)
  })

  test('the oldest entries fall out, the newest stay in order', () => {
    let history = newHistory(start)
    for (let index = 0; index < MAX_HISTORY_ENTRIES + 20; index++)
      history = commit(history, `${index}`, named(`${index}`))
    expect(history.past.length).toBe(MAX_HISTORY_ENTRIES)
    expect(history.past[0]?.name).toBe('20')
    while (history.past.length > 0) history = undo(history)
    expect(history.present.name).toBe('19')
    expect(history.future.length).toBe(MAX_HISTORY_ENTRIES)
  })
})
