import { IconTemplate } from '@tabler/icons-react'
import { useShallow } from 'zustand/react/shallow'
import { useDesignStore } from '../../stores/design-store'
import { templatesOf, useTemplateStore } from '../../stores/template-store'
import { DocumentTabs } from '../../ui/document-tabs'
import { useTemplateName } from './use-template'

/** The open templates. */
export function TemplateTabs() {
  const openNames = useTemplateStore((state) => state.openNames)
  const names = useDesignStore(
    useShallow((state) => openNames.filter((name) => Object.hasOwn(templatesOf(state.design), name))),
  )
  const open = useTemplateStore((state) => state.open)
  const close = useTemplateStore((state) => state.close)
  return (
    <DocumentTabs
      label="Open templates"
      tabs={names.map((name) => ({
        id: name,
        kind: 'template',
        key: name,
        icon: <IconTemplate size={14} stroke={1.6} aria-hidden />,
        title: <span className="gw-mono">{name}</span>,
      }))}
      activeId={useTemplateName()}
      onOpen={open}
      onClose={close}
    />
  )
}
