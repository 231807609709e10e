// SPDX-License-Identifier: MIT
#include "common/eval/syntax/scope.h"

#include "common/eval/syntax/tree_walk.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace keisan::eval::syntax {

namespace {

// A variable that is captured through many nested lambdas takes a cell in each of them; a line of 1 MiB could
// ask for a hundred million.
constexpr std::size_t kMostCaptures = 100'000;

enum class ScopeKind : std::uint8_t { Line, Function, Comprehension };

using NameSlots = std::unordered_map<std::string_view, std::uint32_t>;

// A scope while it is being worked out. Its frame is the scope whose slots its variables live in: itself,
// unless it is a list, set or dict comprehension.
struct WorkingScope {
    ScopeKind kind;
    std::size_t parent;
    std::size_t frame;
    NameSlots slots;                                 // of the names bound here
    std::unordered_set<std::string_view> registered; // comprehension: iteration variables met so far
    std::unordered_set<std::string_view>
        walruses; // comprehension: names that a walrus in it has bound outside
    // Frames only.
    std::vector<Variable> variables;
    std::vector<Capture> captures;
    std::unordered_map<const Variable*, std::uint32_t> captureOf;
};

// The tree is finished by this pass; until then its nodes may change.
template <typename Node>
Node& unfinished(const Node& node) {
    return const_cast<Node&>(node);
}

template <typename T>
std::span<const T> copied(const std::vector<T>& from, Arena& arena) {
    T* const to = arena.room<T>(from.size());
    std::copy(from.begin(), from.end(), to);
    return {to, from.size()};
}

bool isComprehension(const Expr* expr) {
    return expr->kind >= ExprKind::ListComprehension;
}

// The second of a name is at fault, and CPython comes to *args and **kwargs last.
SemanticFault duplicateArgument(std::span<const Parameter> parameters) {
    std::vector<Parameter> inOrder(parameters.begin(), parameters.end());
    std::stable_partition(inOrder.begin(), inOrder.end(), [](const Parameter& parameter) {
        return parameter.kind != ParameterKind::Starred && parameter.kind != ParameterKind::DoubleStarred;
    });
    std::unordered_set<std::string_view> seen;
    const auto second = std::find_if(inOrder.begin(), inOrder.end(),
                                     [&](const Parameter& each) { return !seen.insert(each.name).second; });
    return {"duplicate argument '" + std::string(second->name) + "' in function definition", second->start,
            second->end};
}

// First walk: finds the scopes, in the order in which they begin, and what each of them binds.
class ScopeCollector {
public:
    explicit ScopeCollector(Tree& tree) : m_tree(tree) {}

    std::vector<WorkingScope> run() {
        enter(ScopeKind::Line, true);
        const Statement& statement = *m_tree.root;
        if (statement.value != nullptr)
            visit(statement.value);
        for (const Expr* target : statement.targets)
            visitTarget(target);
        return std::move(m_scopes);
    }

private:
    WorkingScope& current() { return m_scopes[m_current]; }

    std::size_t enter(ScopeKind kind, bool hasFrame) {
        const std::size_t before = m_current;
        m_scopes.push_back({kind, before, 0, {}, {}, {}, {}, {}, {}});
        m_current = m_scopes.size() - 1;
        current().frame = hasFrame ? m_current : m_scopes[before].frame;
        return before;
    }

    std::uint32_t bind(WorkingScope& scope, std::string_view name) {
        std::vector<Variable>& variables = m_scopes[scope.frame].variables;
        const auto [it, isNew] = scope.slots.try_emplace(name, static_cast<std::uint32_t>(variables.size()));
        if (isNew)
            variables.push_back({name, false});
        return it->second;
    }

    void visit(const Expr* expr) {
        if (expr->kind == ExprKind::Lambda)
            return visitLambda(as<Lambda>(expr));
        if (isComprehension(expr))
            return visitComprehension(as<Comprehension>(expr));
        if (expr->kind == ExprKind::Walrus)
            bindWalrus(as<Walrus>(expr));
        forEachChild(expr, [this](const Expr* child) { visit(child); });
    }

    void visitTarget(const Expr* target) {
        forEachTargetName(
            target, [](const Name&) {}, [this](const Expr* used) { visit(used); });
    }

    void visitLambda(const Lambda& lambda) {
        m_tree.hasFunctions = true;
        for (const Parameter& parameter : lambda.parameters)
            if (parameter.defaultValue != nullptr)
                visit(parameter.defaultValue);
        const std::size_t outer = enter(ScopeKind::Function, true);
        for (const Parameter& parameter : lambda.parameters) {
            const std::size_t before = current().variables.size();
            if (bind(current(), parameter.name) < before)
                throw duplicateArgument(lambda.parameters);
        }
        visit(lambda.body);
        m_current = outer;
    }

    void visitIterable(const Expr* iterable) {
        ++m_inIterable;
        visit(iterable);
        --m_inIterable;
    }

    void visitComprehension(const Comprehension& comprehension) {
        const bool isGenerator = comprehension.kind == ExprKind::GeneratorExpression;
        m_tree.hasFunctions |= isGenerator;
        visitIterable(comprehension.clauses.front().iterable);
        const std::size_t outer = enter(ScopeKind::Comprehension, isGenerator);
        reserveSlots(comprehension);
        for (const Clause& clause : comprehension.clauses)
            visitClause(clause, &clause == &comprehension.clauses.front());
        if (comprehension.value != nullptr)
            visit(comprehension.value);
        visit(comprehension.element);
        m_current = outer;
    }

    // All its variables get their slots first, so that they lie side by side.
    void reserveSlots(const Comprehension& comprehension) {
        const std::size_t first = m_scopes[current().frame].variables.size();
        for (const Clause& clause : comprehension.clauses)
            forEachTargetName(
                clause.target, [this](const Name& name) { bind(current(), name.id); }, [](const Expr*) {});
        unfinished(comprehension).firstSlot = static_cast<std::uint32_t>(first);
        unfinished(comprehension).slotCount =
            static_cast<std::uint32_t>(m_scopes[current().frame].variables.size() - first);
    }

    void visitClause(const Clause& clause, bool isFirst) {
        forEachTargetName(
            clause.target, [this](const Name& name) { registerVariable(name); },
            [this](const Expr* used) { visit(used); });
        if (!isFirst)
            visitIterable(clause.iterable);
        for (const Expr* condition : clause.conditions)
            visit(condition);
    }

    void registerVariable(const Name& name) {
        if (current().walruses.contains(name.id))
            throw SemanticFault{"comprehension inner loop cannot rebind assignment expression target '" +
                                    std::string(name.id) + "'",
                                name.start, name.end};
        current().registered.insert(name.id);
    }

    // Binds in the innermost scope around it that is no comprehension. In the line itself that is a global
    // name.
    void bindWalrus(const Walrus& walrus) {
        if (m_inIterable != 0)
            throw SemanticFault{"assignment expression cannot be used in a comprehension iterable expression",
                                walrus.start, walrus.end};
        const std::string_view name = walrus.target->id;
        std::size_t scope = m_current;
        for (; m_scopes[scope].kind == ScopeKind::Comprehension; scope = m_scopes[scope].parent)
            if (m_scopes[scope].registered.contains(name))
                throw SemanticFault{"assignment expression cannot rebind comprehension iteration variable '" +
                                        std::string(name) + "'",
                                    walrus.target->start, walrus.target->end};
        if (current().kind == ScopeKind::Comprehension)
            current().walruses.insert(name);
        if (m_scopes[scope].kind == ScopeKind::Function)
            bind(m_scopes[scope], name);
    }

    Tree& m_tree;
    std::vector<WorkingScope> m_scopes;
    std::size_t m_current = 0;
    unsigned m_inIterable = 0; // Python asks no more of a lambda in an iterable: no walrus in it either
};

// Second walk, in the same order: finds for every name the variable that it means.
class NameResolver {
public:
    NameResolver(Tree& tree, std::vector<WorkingScope> scopes, std::size_t mostCaptures)
        : m_tree(tree)
        , m_scopes(std::move(scopes))
        , m_mostCaptures(std::min(mostCaptures, kMostCaptures)) {}

    // The number of captures.
    std::size_t run() {
        const Statement& statement = *m_tree.root;
        if (statement.value != nullptr)
            visit(statement.value);
        for (const Expr* target : statement.targets)
            visit(target);
        // Only now is it known which variables are captured.
        for (const LocalUse& use : m_localUses)
            use.name->access =
                m_scopes[use.frame].variables[use.name->slot].isCell ? Access::Cell : Access::Local;
        std::vector<const Scope*> made(m_scopes.size(), nullptr); // outer ones come first
        m_tree.scope = made[0] = makeScope(m_scopes.front(), {}, nullptr);
        for (const FrameNode& node : m_frameNodes)
            *node.scope = made[node.frame] =
                makeScope(m_scopes[node.frame], node.name, made[node.outerFrame]);
        return m_captures;
    }

private:
    struct Active { // a binding that is in force where the walk stands
        std::size_t frame;
        std::uint32_t slot;
    };
    struct LocalUse {
        Name* name;
        std::size_t frame;
    };
    struct FrameNode {
        const Scope** scope;
        std::size_t frame;
        std::string_view name;
        std::size_t outerFrame;
    };

    const Scope* makeScope(const WorkingScope& scope, std::string_view name, const Scope* outer) {
        return m_tree.arena.make<Scope>(copied(scope.variables, m_tree.arena),
                                        copied(scope.captures, m_tree.arena), name, outer);
    }

    std::size_t enter() {
        const std::size_t before = m_current;
        m_current = ++m_lastEntered;
        for (const auto& [name, slot] : m_scopes[m_current].slots)
            m_active[name].push_back({m_scopes[m_current].frame, slot});
        return before;
    }

    void leave(std::size_t outer) {
        for (const auto& [name, slot] : m_scopes[m_current].slots)
            m_active[name].pop_back();
        m_current = outer;
    }

    void visit(const Expr* expr) {
        if (expr->kind == ExprKind::Name)
            return resolve(unfinished(as<Name>(expr)));
        if (expr->kind == ExprKind::Lambda)
            return visitLambda(unfinished(as<Lambda>(expr)));
        if (isComprehension(expr))
            return visitComprehension(unfinished(as<Comprehension>(expr)));
        forEachChild(expr, [this](const Expr* child) { visit(child); });
    }

    void visitLambda(Lambda& lambda) {
        for (const Parameter& parameter : lambda.parameters)
            if (parameter.defaultValue != nullptr)
                visit(parameter.defaultValue);
        const std::size_t outer = enter();
        m_frameNodes.push_back({&lambda.scope, m_current, lambda.name, m_scopes[outer].frame});
        visit(lambda.body);
        leave(outer);
    }

    void visitComprehension(Comprehension& comprehension) {
        visit(comprehension.clauses.front().iterable);
        const std::size_t outer = enter();
        if (comprehension.kind == ExprKind::GeneratorExpression)
            m_frameNodes.push_back({&comprehension.scope, m_current, "<genexpr>", m_scopes[outer].frame});
        for (const Clause& clause : comprehension.clauses) {
            visit(clause.target);
            if (&clause != &comprehension.clauses.front())
                visit(clause.iterable);
            for (const Expr* condition : clause.conditions)
                visit(condition);
        }
        if (comprehension.value != nullptr)
            visit(comprehension.value);
        visit(comprehension.element);
        leave(outer);
    }

    void resolve(Name& name) {
        const auto it = m_active.find(name.id);
        if (it == m_active.end() || it->second.empty())
            return; // global
        const Active binding = it->second.back();
        const std::size_t frame = m_scopes[m_current].frame;
        if (binding.frame == frame) {
            name.slot = binding.slot;
            m_localUses.push_back({&name, frame});
            return;
        }
        name.access = Access::Free;
        name.slot = capture(frame, binding);
    }

    // The index of a variable among the captures of a frame; every frame between the two takes it along.
    std::uint32_t capture(std::size_t frame, const Active& binding) {
        Variable& variable = m_scopes[binding.frame].variables[binding.slot];
        variable.isCell = true;
        std::vector<std::size_t> missing;
        std::size_t outer = frame;
        for (; outer != binding.frame && !m_scopes[outer].captureOf.contains(&variable);
             outer = frameAround(outer))
            missing.push_back(outer);
        bool isFree = outer != binding.frame;
        std::uint32_t slot = isFree ? m_scopes[outer].captureOf.at(&variable) : binding.slot;
        if ((m_captures += missing.size()) > m_mostCaptures)
            throw TooManyCaptures{m_captures <= kMostCaptures};
        for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
            WorkingScope& inner = m_scopes[*it];
            inner.captures.push_back({variable.name, isFree, slot});
            slot = static_cast<std::uint32_t>(inner.captures.size() - 1);
            inner.captureOf.emplace(&variable, slot);
            isFree = true;
        }
        return slot;
    }

    std::size_t frameAround(std::size_t frame) const { return m_scopes[m_scopes[frame].parent].frame; }

    Tree& m_tree;
    std::vector<WorkingScope> m_scopes;
    std::size_t m_current = 0;
    std::size_t m_lastEntered = 0;
    std::size_t m_captures = 0;
    std::size_t m_mostCaptures;
    std::unordered_map<std::string_view, std::vector<Active>> m_active;
    std::vector<LocalUse> m_localUses;
    std::vector<FrameNode> m_frameNodes;
};

} // namespace

std::size_t resolveScopes(Tree& tree, std::size_t mostCaptures) {
    return NameResolver(tree, ScopeCollector(tree).run(), mostCaptures).run();
}

} // namespace keisan::eval::syntax
