# aims-readiness: make serve and make test do everything, and install what they lack first.
include setup/versions.env

PORT ?= 8080
# The Python with pyspark, for the Spark example.
PYTHON ?= python3
# For every cargo command that resolves dependencies, say --locked.
CARGO_FLAGS ?=

NATIVE := setup/toolchain-env.sh native
WASM_TEST := setup/toolchain-env.sh wasmtest
RELEASE := setup/toolchain-env.sh release

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve test check build test-native test-wasm test-e2e test-browsers test-package test-size test-spark size bench bench-scale languages language-new language-state fmt setup setup-check setup-test clean

help: ## lists these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

serve: build ## builds the site and serves it on this machine (PORT=8080)
	node serve/serve.mjs dist --port $(PORT) --open

test: check test-files test-spark test-wasm test-e2e test-browsers test-package test-size ## all checks and tests: native, wasm in headless Chromium, end to end, other browsers, package, sizes

check: setup-check ## formatting, lints without warnings, native tests
	$(NATIVE) cargo fmt --check
	$(NATIVE) cargo clippy $(CARGO_FLAGS) --all-targets -- -D warnings
	$(NATIVE) cargo clippy $(CARGO_FLAGS) --all-targets --no-default-features --features assess,result -- -D warnings
	$(NATIVE) cargo clippy $(CARGO_FLAGS) --lib --no-default-features --features records -- -D warnings
	$(NATIVE) cargo test $(CARGO_FLAGS)

build: setup ## the release site in dist/ (SMALL=0: faster to build, larger)
	@# trunk runs offline, so that it downloads no tools of its own, and hands that on to cargo: so fetch first. It fails on NO_COLOR=1.
	$(RELEASE) cargo fetch $(CARGO_FLAGS) --target $(WASM_TARGET) --target host-tuple
	$(RELEASE) env -u NO_COLOR trunk build --release --offline true

test-native: setup ## native tests alone
	$(NATIVE) cargo test $(CARGO_FLAGS)

test-wasm: setup-test setup ## wasm tests in headless Chromium
	$(WASM_TEST) cargo test $(CARGO_FLAGS) --target $(WASM_TARGET) --no-default-features --features assess,result --test wasm
	$(WASM_TEST) cargo test $(CARGO_FLAGS) --target $(WASM_TARGET) --no-default-features --features records --test files-wasm

test-e2e: setup-test build ## end-to-end tests of dist/ in headless Chromium (SPEC=word: those whose name has it)
	node tests/e2e/run.mjs $(SPEC)

test-browsers: setup-test build ## a whole visit in Firefox and WebKitGTK, where they are
	node tests/browsers/run.mjs

test-package: setup-test build ## the npm package in dist/: types, schemas, bundlers, Node; the course for learning platforms
	node tests/package/run.mjs dist/embed/$(shell sed -n 's/^version = "\(.*\)"$$/\1/p' Cargo.toml | head -n 1)
	node tests/scorm/run.mjs dist

test-files: setup-test ## files that `make check` wrote, read by the tools of others (schemas, and Python where its modules are), and share links
	node tests/record/run.mjs
	node tests/exchange/run.mjs
	node tests/links/run.mjs
	node tests/links/codes.mjs
	$(PYTHON) -B tests/exchange/oscal.py
	$(PYTHON) -B tests/files/read.py $${CARGO_TARGET_DIR:-target}/tmp/files

test-spark: setup-check ## the Spark example against the command line, where pyspark and Java are (PYTHON=...)
	$(NATIVE) cargo build $(CARGO_FLAGS) --bin aims-readiness --example rows
	$(PYTHON) -B tests/spark/run.py $${CARGO_TARGET_DIR:-target}/debug/aims-readiness $${CARGO_TARGET_DIR:-target}/debug/examples/rows

test-size: build ## the sizes of shipped files against tests/size/shipped.tsv (UPDATE=1 renews it)
	node tests/size/check.mjs dist

size: build ## raw and brotli sizes of the files that a first visit loads
	node serve/size.mjs dist

bench: setup-test build ## how fast one core classifies, how long scripts take in the browser, throttled too, and how long a group takes to collect
	$(NATIVE) cargo bench $(CARGO_FLAGS) --bench throughput
	node tests/bench/browser.mjs
	node tests/bench/group.mjs

bench-scale: setup-check ## rows per second and memory of the command line with a million rows, and in Spark
	$(NATIVE) cargo build $(CARGO_FLAGS) --release --bin aims-readiness --example rows
	$(PYTHON) -B tests/bench/scale.py $${CARGO_TARGET_DIR:-target}/release/aims-readiness $${CARGO_TARGET_DIR:-target}/release/examples/rows

languages: setup-check ## how far each language is: missing and stale texts
	$(NATIVE) cargo run --quiet --example languages -- list

language-new: setup-check ## makes the files of a language (LANGUAGE=nl)
	$(NATIVE) cargo run --quiet --example languages -- new $(LANGUAGE)

language-state: setup-check ## records who wrote new and changed texts (LANGUAGE=nl STATE=machine or reviewed, KEY=beginning)
	$(NATIVE) cargo run --quiet --example languages -- state $(LANGUAGE) $(STATE) $(KEY)

fmt: setup-check ## formats the Rust code
	$(NATIVE) cargo fmt

setup: ## installs what building needs, if it is not there
	@setup/rust-wasm.sh
	@setup/tools.sh

setup-check:
	@setup/rust-wasm.sh check

setup-test: ## installs what testing needs beside that, if it is not there
	@setup/browser.sh

clean: ## removes what was built
	rm -rf dist target
