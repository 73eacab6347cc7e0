export * from '../../database/demo/programme.ts'
