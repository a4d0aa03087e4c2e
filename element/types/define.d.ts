// Types of `aims-readiness/define`: importing it defines `<aims-readiness>`.

export * from './index.js';
