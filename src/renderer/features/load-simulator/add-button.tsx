import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'

export interface IconActionProps {
  /** Verb plus object: "Add source". */
  readonly label: string
  onClick(): void
}

export function AddButton({ label, onClick }: IconActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} onClick={onClick}>
        <IconPlus size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

export function RemoveButton({ label, onClick }: IconActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} onClick={onClick}>
        <IconX size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
