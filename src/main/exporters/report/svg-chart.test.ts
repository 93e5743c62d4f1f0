import { describe, expect, it } from 'vitest'
import { chartFigure, type Chart } from './svg-chart'

const CHART: Chart = {
  title: 'Requests',
  unit: 'a second',
  series: [
    { label: 'backend', colour: 'served', draw: 'area', values: [10, 20] },
    { label: 'throttled', colour: 'throttled', draw: 'area', values: [0, 20], pattern: 'diagonal' },
    { label: 'offered', colour: 'offered', draw: 'line', values: [10, 40], dash: '4 3' },
  ],
  stepSeconds: 1,
  valueText: String,
}

const figure = (changes: Partial<Chart>): string => chartFigure({ ...CHART, ...changes }, 'c').markup
/** The y of every point of the polygons. */
const heights = (markup: string): number[][] =>
  [...markup.matchAll(/points="([^"]*)"/g)].map(([, points = '']) =>
    points.split(' ').map((point) => Number(point.split(',')[1])),
  )

describe('chartFigure', () => {
  it('stacks areas on each other, each value for its whole step', () => {
    // 0 is at 176, the top of the axis (40) at 10.
    expect(heights(figure({}))).toEqual([
      [134.5, 134.5, 93, 93, 176, 176, 176, 176],
      [134.5, 134.5, 10, 10, 93, 93, 134.5, 134.5],
    ])
  })

  it('draws a line through the middles of the steps, and breaks it where there is no value', () => {
    const line = (values: number[]) => {
      const series = [{ label: 'p50', colour: 'p50', draw: 'line', values } as const]
      return /<path\s+d="([^"]*)"/.exec(figure({ series }))?.[1]
    }
    expect(line([0, 0])).toBe('M161 176L379 176')
    expect(line([5, Number.NaN, 5])).toBe('M124.7 37.7h0M415.3 37.7h0')
    expect(line([Number.NaN])).toBe('')
  })

  it('has a legend that names every series, and a name for those who do not see it', () => {
    const markup = figure({})
    for (const { label } of CHART.series) expect(markup).toContain(label)
    expect(markup).toContain('role="img" aria-label="Requests, a second"')
  })

  it('tells areas apart by more than their colour, with patterns of its own', () => {
    const markup = figure({})
    expect([...markup.matchAll(/<pattern\s+id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['c-0', 'c-1'])
    expect(markup).toContain('fill="url(#c-1)"')
  })

  it('does not fall over without values, and escapes hostile labels', () => {
    expect(figure({ series: [] })).not.toContain('NaN')
    expect(figure({ series: [{ label: '<script>', colour: 'p50', draw: 'line', values: [] }] })).not.toContain(
      '<script>',
    )
    expect(figure({ series: [{ label: 'a', colour: 'p50', draw: 'area', values: [Number.NaN, 0] }] })).not.toContain(
      'NaN',
    )
  })
})
