import { differenceText, figureText, verdictOf, type DifferenceVerdict } from './differences'
import type { Tile } from './kpi-text'

/** "vs 17.2 %, −3.4 pt", and whether that is good. Short, for a tile is narrow. */
export function kpiDifference(tile: Tile, other: Tile): { readonly text: string; readonly verdict: DifferenceVerdict } {
  const { compared: mine, unit, better } = tile
  const theirs = other.compared
  if (!Number.isFinite(mine) || !Number.isFinite(theirs)) return { text: `vs ${other.text}`, verdict: 'other' }
  if (mine === theirs) return { text: 'the same', verdict: 'same' }
  const by = unit === 'share' ? pointsText(mine - theirs) : differenceText(mine, theirs, unit).replace(/ \(.*/, '')
  return { text: `vs ${figureText(theirs, unit)}, ${by}`, verdict: verdictOf(mine, theirs, better) }
}

/** 0.1011 -> "+10.1 pt". */
function pointsText(by: number): string {
  return `${by > 0 ? '+' : '−'}${(Math.abs(by) * 100).toFixed(1)} pt`
}
