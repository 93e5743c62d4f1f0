import { IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import type { RowVerdict } from './trace-rows'

/** Passed, refused, not looked at: a shape besides the colour. */
export function VerdictIcon({ verdict }: { readonly verdict: RowVerdict }) {
  if (verdict === 'passed') return <IconCheck size={14} stroke={2} aria-hidden="true" />
  if (verdict === 'stopped') return <IconX size={14} stroke={2} aria-hidden="true" />
  return <IconMinus size={14} stroke={1.6} aria-hidden="true" />
}
