import type { CostEstimate, CostLine } from '@shared/contract/cost'
import { numberText, usdText } from '../exporters/check-text'

/** An estimate for a person: its lines as a table, the total, what was taken for granted. */
export function costText(title: string, { total, lines, pricesAsOf, region, assumptions }: CostEstimate): string {
  const label = columnWidth(
    lines.map((line) => line.label),
    'Total',
  )
  const quantity = columnWidth(lines.map(quantityText))
  const usd = columnWidth(
    lines.map((line) => usdText(line.usd)),
    usdText(total),
  )
  const row = (cells: readonly [string, string, string], detail = ''): string =>
    `  ${cells[0].padEnd(label)}  ${cells[1].padStart(quantity)}  ${cells[2].padStart(usd)}  ${detail}`.trimEnd()
  return [
    `${title}: ${usdText(total)} a month`,
    '',
    ...lines.map((line) => row([line.label, quantityText(line), usdText(line.usd)], line.detail)),
    row(['Total', '', usdText(total)]),
    '',
    `Prices of ${pricesAsOf}, ${region}.`,
    ...assumptions.map((assumption) => `- ${assumption}`),
  ].join('\n')
}

function quantityText({ quantity, unit }: CostLine): string {
  return `${numberText(quantity, 2)} ${unit}`
}

function columnWidth(texts: readonly string[], ...more: readonly string[]): number {
  return [...texts, ...more].reduce((width, text) => Math.max(width, text.length), 0)
}
