// Command tlogbench measures Go's golang.org/x/mod/sumdb/tlog, hashes in
// memory, entries of 200 bytes, in logs of a thousand and of a million: what
// TlogBenchmark measures of ours.
package main

import (
	"fmt"
	"math/rand"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
)

const choices = 4096

type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = m[index]
	}
	return hashes, nil
}

func main() {
	for _, size := range []int64{1_000, 1_000_000} {
		measure(size)
	}
}

func measure(size int64) {
	entry := make([]byte, 200)
	var all memory
	for i := int64(0); i < size; i++ {
		all = append(all, must(tlog.StoredHashes(i, entry, all))...)
	}
	head := must(tlog.TreeHash(size, all))
	leaf := tlog.RecordHash(entry)
	random := rand.New(rand.NewSource(1))
	indices := make([]int64, choices)
	records := make([]tlog.RecordProof, choices)
	trees := make([]tlog.TreeProof, choices)
	earlier := make([]tlog.Hash, choices)
	for i := range indices {
		indices[i] = 1 + random.Int63n(size-1)
		records[i] = must(tlog.ProveRecord(size, indices[i], all))
		trees[i] = must(tlog.ProveTree(size, indices[i], all))
		earlier[i] = must(tlog.TreeHash(indices[i], all))
	}
	report(size, "append", func(i int) {
		all = append(all, must(tlog.StoredHashes(size+int64(i), entry, all))...)
	}, func() { all = all[:tlog.StoredHashCount(size)] })
	report(size, "proveInclusion", func(i int) {
		must(tlog.ProveRecord(size, indices[i%choices], all))
	}, nil)
	report(size, "proveConsistency", func(i int) {
		must(tlog.ProveTree(size, indices[i%choices], all))
	}, nil)
	report(size, "verifyInclusion", func(i int) {
		fail(tlog.CheckRecord(records[i%choices], size, head, indices[i%choices], leaf))
	}, nil)
	report(size, "verifyConsistency", func(i int) {
		fail(tlog.CheckTree(trees[i%choices], size, head, indices[i%choices], earlier[i%choices]))
	}, nil)
}

func report(size int64, name string, work func(int), begin func()) {
	result := testing.Benchmark(func(b *testing.B) {
		if begin != nil {
			begin()
		}
		b.ResetTimer()
		for i := 0; i < b.N; i++ {
			work(i)
		}
	})
	fmt.Printf("%8d %-18s %6d ns\n", size, name, result.NsPerOp())
}

func must[T any](value T, err error) T {
	fail(err)
	return value
}

func fail(err error) {
	if err != nil {
		panic(err)
	}
}
