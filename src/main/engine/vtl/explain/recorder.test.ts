import { describe, expect, it } from 'vitest'
import type { TemplateRecording } from '@shared/contract/template'
import { compileTemplate } from '../compile-template'
import { renderTemplate } from '../render-template'

function recordingOf(template: string, body = '{"items": [{"id": "a"}, {}]}'): TemplateRecording {
  let recording: TemplateRecording | null = null
  renderTemplate(
    compileTemplate(template, { record: true }),
    { body },
    {
      profile: 'apigw',
      onRecording: (made) => {
        recording = made
      },
    },
  )
  return recording!
}

describe('a recorded render', () => {
  it('links each piece of the output to the text that wrote it', () => {
    const template = 'a $x.y b'
    const { steps } = recordingOf(template)
    expect(steps.map(({ kind, source, output }) => [kind, template.slice(source.start, source.end), output])).toEqual([
      ['text', 'a ', { start: 0, end: 2 }],
      ['reference', '$x.y', { start: 2, end: 2 }],
      ['text', ' b', { start: 2, end: 4 }],
    ])
  })

  it('tells a value, its type and a missing one', () => {
    const { steps } = recordingOf("#set($r = $input.path('$'))$r.items.size()$r.none")
    expect(steps.map(({ kind, name, value }) => [kind, name, value])).toEqual([
      ['reference', "$input.path('$')", { type: 'Map', size: 1, text: '{items=[{id=a}, {}]}' }],
      ['set', '$r', { type: 'Map', size: 1, text: '{items=[{id=a}, {}]}' }],
      ['reference', '$r.items.size()', { type: 'Integer', text: '2' }],
      ['reference', '$r.none', { type: 'missing', text: '' }],
    ])
  })

  it('counts the rounds of a loop and takes its variables away behind it', () => {
    const { steps } = recordingOf("#foreach($i in $input.path('$.items'))$i.id,#end")
    expect(
      steps.map(({ kind, loops, changes }) => [kind, loops.map(({ name, round }) => `${name} ${round}`), changes?.[0]]),
    ).toEqual([
      ['reference', [], undefined],
      ['foreach', [], undefined],
      ['round', ['$i 1'], { name: 'i', value: { type: 'Map', size: 1, text: '{id=a}' } }],
      ['reference', ['$i 1'], undefined],
      ['text', ['$i 1'], undefined],
      ['round', ['$i 2'], { name: 'i', value: { type: 'Map', size: 0, text: '{}' } }],
      ['reference', ['$i 2'], undefined],
      ['text', ['$i 2'], undefined],
      ['foreach', [], { name: 'i', value: null }],
    ])
  })

  it('says which branch was taken', () => {
    const { steps } = recordingOf('#if($input.body == 1)a#elseif(true)b#else c#end')
    expect(steps.filter(({ kind }) => kind === 'if').map(({ branch, value }) => [branch, value?.text])).toEqual([
      ['none', 'false'],
      ['elseif', 'true'],
    ])
  })

  it('counts how often each line ran', () => {
    expect(
      recordingOf("#set($r = $input.path('$'))\n#foreach($i in $r.items)\n  $i.id $i.id\n#end\nend").lineRuns,
    ).toEqual([1, 2, 2, 0, 1])
  })

  it('writes the same as a render that is not recorded', () => {
    const template = '#macro(m $a)[$a]#end#foreach($i in [1..3])#m($i)#if($i > 1),#end#end#define($d)x#end$d'
    const plain = renderTemplate(compileTemplate(template), { body: null }, { profile: 'apigw' })
    const recorded = renderTemplate(compileTemplate(template, { record: true }), { body: null }, { profile: 'apigw' })
    expect(recorded).toEqual(plain)
  })

  it('stops writing steps down at its limit', () => {
    const recording = recordingOf('#foreach($i in [1..1000])#foreach($j in [1..50])$j#end#end')
    expect([recording.steps.length, recording.isCut]).toEqual([10_000, true])
  })
})
