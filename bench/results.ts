import type { Loaded } from './load.ts'

/** Work done again and again by ten connections, by the product and, where it is compared, by the bare driver. */
export type Repeated = {
  readonly work: 'list' | 'command' | 'table' | 'province'
  readonly services: number
  readonly product: Loaded
  readonly bare: Loaded
  /** Asked by one person alone, where the bound is on one answer. */
  readonly alone: Loaded | null
}

/** Work done once. */
export type Single = {
  readonly work: 'excel-out' | 'excel-in' | 'start'
  readonly milliseconds: number
  readonly extraBytes: number
}

export type Machine = {
  readonly cores: number
  readonly processor: string
  readonly memoryBytes: number
  readonly node: string
  readonly postgres: string
  readonly date: string
  /** Cores that others kept busy before the first measurement. */
  readonly busyBefore: number
}

export type Results = {
  readonly machine: Machine
  readonly repeated: readonly Repeated[]
  readonly singles: readonly Single[]
  /** Resident memory of the product's process after its load. */
  readonly memoryAfterLoad: number
  readonly seconds: number
  readonly runs: number
}
