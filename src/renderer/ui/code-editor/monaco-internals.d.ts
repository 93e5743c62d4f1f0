// Parts of Monaco that have no types of their own: what its widgets remember, and how that is given to them.

declare module 'monaco-editor/platform/storage/common/storage' {
  export class InMemoryStorageService {
    store(key: string, value: boolean, scope: 0, target: 0): void
  }
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: { initialize(services: Readonly<Record<string, object>>): void }
}
