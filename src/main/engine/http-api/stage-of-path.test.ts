import { describe, expect, it } from 'vitest'
import { stageOfPath } from './stage-of-path'

const has =
  (...stages: string[]) =>
  (name: string): boolean =>
    stages.includes(name)

describe('stageOfPath', () => {
  it.each([
    ['/pets/dog', ['$default', 'pets'], { stage: 'pets', path: '/dog' }],
    ['/dev', ['dev'], { stage: 'dev', path: '/' }],
    ['/dev/', ['dev'], { stage: 'dev', path: '/' }],
    ['/prod/x', ['dev'], null],
    ['/prod/x', ['dev', '$default'], { stage: '$default', path: '/prod/x' }],
    ['', ['$default'], { stage: '$default', path: '/' }],
    ['/%64ev/a%20b', ['dev'], { stage: 'dev', path: '/a%20b' }],
    ['/$default/x', ['$default'], { stage: '$default', path: '/$default/x' }],
    ['/$default/x', ['dev'], null],
    ['//dev/x', ['dev', '$default'], { stage: 'dev', path: '/x' }],
  ])('finds for %s among %j', (path, stages, expected) => {
    expect(stageOfPath(path, has(...stages))).toEqual(expected)
  })
})
