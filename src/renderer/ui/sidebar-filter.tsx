import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import './sidebar-filter.css'

export interface SidebarFilterProps {
  /** What is filtered: "routes". */
  readonly things: string
  readonly value: string
  onChange(value: string): void
}

/** Words that the things of a sidebar contain; Escape empties it. */
export function SidebarFilter({ things, value, onChange }: SidebarFilterProps) {
  return (
    <TextInput
      className="gw-sidebar-filter"
      aria-label={`Filter ${things}`}
      placeholder={`Filter ${things}`}
      data-sidebar-filter
      value={value}
      leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && onChange('')}
    />
  )
}
