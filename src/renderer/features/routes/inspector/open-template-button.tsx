import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import type { TemplateSlot } from '@shared/design/mapping-template'
import { openSlotInTemplates } from '../../../stores/template-store'

/** Leads to the Templates screen, where a template is written with its events, cases and steps. */
export function OpenTemplateButton({ slot }: { readonly slot: TemplateSlot }) {
  return (
    <Tooltip label="Open in Templates">
      <ActionIcon
        aria-label={`Open in Templates: ${slot.contentType}`}
        data-testid="open-in-templates"
        data-content-type={slot.contentType}
        data-status={slot.statusCode}
        onClick={() => openSlotInTemplates(slot)}
      >
        <IconTemplate size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
