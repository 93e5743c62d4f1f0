import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconArrowsLeftRight,
  IconBrandJavascript,
  IconBucketDroplet,
  IconCheckbox,
  IconCopy,
  IconDeviceFloppy,
  IconDots,
  IconEraser,
  IconFileText,
  IconFlask,
  IconRepeat,
  IconTerminal2,
  type Icon,
} from '@tabler/icons-react'
import { commandKeys } from '../../stores/command-keys'
import { useTryStore } from '../../stores/try-store'
import { makeCase, whyNotMakeCase } from './make-case'
import { whyNotFlush, whyNotFlushCache } from './load-caches'
import { openPreflight, whyNotPreflight } from './open-preflight'
import { copyActive, duplicateActive, flush, saveActive, whyNotSave } from './request-actions'
import { sendActive, whyNotTestInvoke } from './send-request'

/** What else can be done with the request in front. */
export function RequestMenu() {
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Tooltip label="More actions">
          <ActionIcon className="gw-try-more" variant="default" aria-label="More actions" data-testid="request-menu">
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu" mah="70vh" style={{ overflowY: 'auto' }}>
        <Items />
      </Menu.Dropdown>
    </Menu>
  )
}

/** Made anew each time the menu opens, so that the reasons are those of now. */
function Items() {
  return (
    <>
      <Item icon={IconRepeat} label="Send many times" onClick={() => useTryStore.getState().openDialog('send-many')} />
      <Item
        icon={IconFlask}
        label="Test invoke"
        note="as it stands, without what comes before the method"
        reason={whyNotTestInvoke()}
        onClick={() => void sendActive({ isTestInvoke: true })}
      />
      <Item
        icon={IconArrowsLeftRight}
        label="Make its preflight"
        note="what a browser asks before it sends the request"
        reason={whyNotPreflight()}
        onClick={openPreflight}
      />
      <Menu.Divider />
      <Item
        icon={IconDeviceFloppy}
        label="Save request"
        keys={commandKeys('template.saveCase')}
        reason={whyNotSave()}
        onClick={saveActive}
      />
      <Item
        icon={IconDeviceFloppy}
        label="Save as another request"
        onClick={() => useTryStore.getState().openDialog('save')}
      />
      <Item icon={IconCopy} label="Duplicate request" onClick={duplicateActive} />
      <Item icon={IconCheckbox} label="Make a template case" reason={whyNotMakeCase()} onClick={makeCase} />
      <Menu.Divider />
      <Item icon={IconTerminal2} label="Copy as curl" onClick={() => void copyActive('curl')} />
      <Item icon={IconFileText} label="Copy as HTTP" onClick={() => void copyActive('http')} />
      <Item icon={IconBrandJavascript} label="Copy as fetch" onClick={() => void copyActive('fetch')} />
      <Menu.Divider />
      <Item
        icon={IconEraser}
        label="Flush stage cache"
        reason={whyNotFlushCache()}
        onClick={() => void flush('response')}
      />
      <Item
        icon={IconEraser}
        label="Flush authorizer results"
        reason={whyNotFlush()}
        onClick={() => void flush('authorizer')}
      />
      <Item
        icon={IconBucketDroplet}
        label="Refill buckets"
        reason={whyNotFlush()}
        onClick={() => void flush('buckets')}
      />
    </>
  )
}

interface ItemProps {
  readonly icon: Icon
  readonly label: string
  readonly note?: string
  readonly keys?: string
  readonly reason?: string | null
  onClick(): void
}

function Item({ icon: Shape, label, note, keys, reason = null, onClick }: ItemProps) {
  return (
    <Menu.Item
      aria-disabled={reason !== null || undefined}
      title={reason ?? note}
      leftSection={<Shape size={14} stroke={1.6} />}
      rightSection={keys === undefined ? undefined : <span className="gw-menu-keys">{keys}</span>}
      closeMenuOnClick={reason === null}
      onClick={() => {
        if (reason === null) onClick()
      }}
    >
      {label}
    </Menu.Item>
  )
}
