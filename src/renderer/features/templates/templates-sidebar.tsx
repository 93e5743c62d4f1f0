import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCopy, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useTemplateStore } from '../../stores/template-store'
import { SidebarFilter } from '../../ui/sidebar-filter'
import { LibraryList } from './library-list'
import { ReferenceList } from './reference-list'
import { SavedList } from './saved-list'
import { deleteTemplate, duplicateTemplate } from './template-actions'
import { useTemplateName } from './use-template'
import './templates-sidebar.css'

/** Templates of the project and its routes, templates to begin with, and what a template can name. */
export function TemplatesSidebar() {
  const [filter, setFilter] = useState('')
  const shownFilter = useDeferredValue(filter).trim().toLowerCase()
  return (
    <div className="gw-tpl-side">
      <SidebarHead />
      <SidebarFilter things="templates" value={filter} onChange={setFilter} />
      <div className="gw-side-scroll">
        <SavedList filter={shownFilter} />
        <LibraryList filter={shownFilter} />
        <ReferenceList filter={shownFilter} />
      </div>
    </div>
  )
}

function SidebarHead() {
  return (
    <div className="gw-tpl-side-head">
      <h2>Templates</h2>
      <Tooltip label="New template">
        <ActionIcon aria-label="New template" onClick={() => useTemplateStore.getState().openDialog('new')}>
          <IconPlus size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <TemplateMenu />
    </div>
  )
}

function TemplateMenu() {
  const name = useTemplateName()
  const reason = name === null ? 'Open a template first' : null
  const icon = { size: 14, stroke: 1.6 }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={reason ?? `Actions of ${name}`}>
          <ActionIcon
            aria-label="Template actions"
            aria-disabled={reason !== null || undefined}
            aria-description={reason ?? undefined}
          >
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      {name !== null && (
        <Menu.Dropdown className="gw-menu">
          <Menu.Item
            leftSection={<IconPencil {...icon} />}
            onClick={() => useTemplateStore.getState().openDialog('rename')}
          >
            Rename template
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => duplicateTemplate(name)}>
            Duplicate template
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => deleteTemplate(name)}>
            Delete template
          </Menu.Item>
        </Menu.Dropdown>
      )}
    </Menu>
  )
}
