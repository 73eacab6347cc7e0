import { clauseProbes } from './probes-clauses.ts'
import { documentProbes } from './probes-documents.ts'
import { editionProbes } from './probes-editions.ts'
import { houseProbes } from './probes-house.ts'
import { importProbes } from './probes-imports.ts'
import { inputProbes } from './probes-inputs.ts'
import { programmeProbes } from './probes-programme.ts'
import { serverProbes } from './probes-server.ts'
import { sqlProbes } from './probes-sql.ts'
import type { Probe } from './tree.ts'

/** A planted violation per rule (several where a rule has several faces). */
export const probes: readonly Probe[] = [
  ...importProbes,
  ...houseProbes,
  ...serverProbes,
  ...sqlProbes,
  ...inputProbes,
  ...clauseProbes,
  ...programmeProbes,
  ...documentProbes,
  ...editionProbes,
]
