import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

/** Words that the routes of the tree contain; Escape empties it. */
export function RouteFilter({ value, onChange }: { readonly value: string; onChange(value: string): void }) {
  return (
    <TextInput
      className="gw-sidebar-filter"
      aria-label="Filter routes"
      placeholder="Filter routes"
      data-sidebar-filter
      value={value}
      leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && onChange('')}
    />
  )
}
